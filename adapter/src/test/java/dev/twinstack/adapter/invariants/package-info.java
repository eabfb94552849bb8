/** What holds for every DAP session, whatever it is about; checked on recordings. */
package dev.twinstack.adapter.invariants;
