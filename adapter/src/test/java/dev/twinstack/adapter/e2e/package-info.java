/** Whole sessions: the server, a real GDB, real programs. A package per concern, named as those of the adapter, and a class for each of its questions. */
package dev.twinstack.adapter.e2e;
