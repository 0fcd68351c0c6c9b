package io.realtime4j.spring.bridge.http;

import io.realtime4j.spring.bridge.access.AccessRules;
import io.realtime4j.spring.bridge.access.RequestRate;

/**
 * Internal rules that decide which requests of pages are accepted.
 *
 * @param access who may reach the bridge
 * @param rate how often users may ask
 */
public record PostRules(AccessRules access, RequestRate rate) {

}
