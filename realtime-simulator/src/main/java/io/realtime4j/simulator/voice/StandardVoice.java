package io.realtime4j.simulator.voice;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Default voice of the simulator: FreeTTS if it is on the class path, otherwise a tone.
 * What was spoken lately is remembered.
 */
public final class StandardVoice implements SimulatorVoice {

	private static final String FREETTS = "com.sun.speech.freetts.Voice";

	private static final int REMEMBERED_SENTENCES = 64;

	private final SimulatorVoice delegate;

	private final Map<SpeechRequest, byte[]> remembered = new LinkedHashMap<>(REMEMBERED_SENTENCES, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<SpeechRequest, byte[]> eldest) {
			return size() > REMEMBERED_SENTENCES;
		}

	};

	StandardVoice(SimulatorVoice delegate) {
		this.delegate = delegate;
	}

	/**
	 * Create the best voice there is.
	 * @return a new voice
	 */
	public static SimulatorVoice create() {
		return create(StandardVoice.class.getClassLoader());
	}

	static SimulatorVoice create(ClassLoader classLoader) {
		try {
			Class.forName(FREETTS, false, classLoader);
			return new StandardVoice(new FreeTtsVoice());
		}
		catch (ClassNotFoundException ex) {
			return new StandardVoice(new ToneVoice());
		}
	}

	@Override
	public byte[] speak(SpeechRequest request) {
		synchronized (this.remembered) {
			byte[] known = this.remembered.get(request);
			if (known != null) {
				return known;
			}
		}
		byte[] spoken = this.delegate.speak(request);
		synchronized (this.remembered) {
			this.remembered.put(request, spoken);
		}
		return spoken;
	}

	@Override
	public void close() {
		this.delegate.close();
	}

}
