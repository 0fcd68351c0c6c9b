package io.realtime4j.spring.bridge;

/**
 * Decides which of the requests that pages post are taken.
 *
 * @param access who may reach the bridge
 * @param rate how often users may ask
 */
record PostRules(AccessRules access, RequestRate rate) {

}
