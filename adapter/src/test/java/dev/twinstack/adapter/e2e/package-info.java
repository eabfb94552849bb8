/** Whole sessions: the server, a real GDB, real programs. One class per concern. */
package dev.twinstack.adapter.e2e;
