"""The files that GDB knows a program by: executables, libraries, core files, and the sources that they were made of."""
