package io.realtime4j.spring.bridge.relay;

import io.realtime4j.event.client.ClientEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that a page sent, as it was bound.
 *
 * @param event the event
 * @param problem why the event does not say all that the page said, and must not be
 * passed on, or {@code null} if it does
 */
record RelayCommand(ClientEvent event, @Nullable String problem) {

}
