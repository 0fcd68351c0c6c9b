package io.realtime4j.provider;

/**
 * Setting of a session that a provider does not support.
 *
 * @param path where the setting stands, by the names of the GA dialect, such as
 * {@code audio.output.speed}
 * @param reason why the provider cannot take it, to follow the name of the setting
 * @param refused whether a session with this setting cannot work; otherwise the setting
 * is left out of what is sent
 * @since 0.1.0
 */
public record UnsupportedSetting(String path, String reason, boolean refused) {

}
