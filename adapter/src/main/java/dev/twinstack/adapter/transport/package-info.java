/** How a client other than the one that started the process reaches a session: TCP and Unix sockets. Knows nothing of what is said. */
package dev.twinstack.adapter.transport;
