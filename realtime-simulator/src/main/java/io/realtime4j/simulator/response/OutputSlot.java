package io.realtime4j.simulator.response;

import java.time.Duration;

import io.realtime4j.simulator.settings.ServedResponseSettings;

/**
 * The place of an item in a response.
 *
 * @param responseId the identifier of the response
 * @param index the index of the item
 * @param settings the settings of the response
 * @param wordPause how long to pause after each word
 * @param endStatus the status of the item once all of it was streamed
 */
record OutputSlot(String responseId, int index, ServedResponseSettings settings, Duration wordPause, String endStatus) {
}
