package io.realtime4j.live.model.audio;

/**
 * The voice that speaks: a built-in voice by its name, or a custom voice by its id.
 *
 * @since 0.1.0
 */
public sealed interface LiveVoice permits BuiltInVoice, LiveCustomVoice, UnknownLiveVoice {

}
