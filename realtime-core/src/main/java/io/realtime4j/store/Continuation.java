package io.realtime4j.store;

import java.util.List;

import io.realtime4j.conversation.ItemSnapshot;

/**
 * Knowledge of a session that goes on with a stored conversation.
 *
 * @param header the header, with the number of the new owner
 * @param records the items as they are in the store
 * @param items the same as they were read
 */
record Continuation(ConversationHeader header, List<ItemRecord> records, List<ItemSnapshot> items) {

}
