package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.Stream;

/** A rule of the protocol. */
interface Invariant {
    /** A sentence for each place where these messages of one session, in order, break the rule. */
    Stream<String> violations(List<Message> messages);
}
