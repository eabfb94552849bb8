/** Long sessions of requests that nobody has thought of, of which the program must not notice anything. */
package dev.twinstack.adapter.soak;
