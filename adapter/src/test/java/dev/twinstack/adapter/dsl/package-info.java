/**
 * Debugging sessions as tests write them: a DAP client that records every message, typed views of what a stop shows, programs with
 * marked lines.
 */
package dev.twinstack.adapter.dsl;
