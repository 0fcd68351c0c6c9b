package io.realtime4j.codec;

/**
 * Dialect of the protocol, in which events are written. Events are read in either
 * dialect.
 * <p>
 * The two say the same things in different words: the names of six events, the place of
 * the settings of sessions and responses (flat in beta, nested in GA), the names of audio
 * formats and of the content of assistant messages. What is said in only one of them:
 * <ul>
 * <li>GA alone has the events {@code conversation.item.added},
 * {@code conversation.item.done}, {@code input_audio_buffer.timeout_triggered} and
 * {@code input_audio_buffer.dtmf_event_received}, and transcription sessions in
 * {@code session.update}, {@code .created} and {@code .updated}: they cannot be written
 * in beta.</li>
 * <li>Beta alone has the events {@code transcription_session.update}, {@code .created}
 * and {@code .updated} and the members {@code temperature} and {@code client_secret}: GA
 * writes them as they are, and a server that does not know them says so.</li>
 * <li>Beta has two names for the most tokens of a response. In {@code response.create},
 * GA writes {@code max_response_output_tokens} as {@code max_output_tokens}, unless that
 * one is there too; it comes back by that name.</li>
 * <li>Settings that GA added ({@code reasoning}, {@code parallel_tool_calls},
 * {@code truncation}, {@code prompt}, {@code include}, {@code tracing}…) are written in
 * beta by their GA names.</li>
 * <li>A PCM format without a rate is {@code pcm16} in beta and comes back with 24000
 * Hz.</li>
 * <li>Audio settings of GA that are there but empty leave no trace in beta, and of a
 * setting that is there in the words of both, beta writes the one of GA.</li>
 * </ul>
 *
 * @since 0.1.0
 */
public enum Dialect {

	/**
	 * The current protocol.
	 */
	GA,

	/**
	 * The older protocol, which some servers still speak.
	 */
	BETA

}
