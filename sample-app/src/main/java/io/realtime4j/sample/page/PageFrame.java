package io.realtime4j.sample.page;

/**
 * A message as it is sent.
 *
 * @param event the name of the event
 * @param json the data
 */
record PageFrame(String event, String json) {

}
