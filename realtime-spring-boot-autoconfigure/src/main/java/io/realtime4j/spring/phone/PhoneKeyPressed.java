package io.realtime4j.spring.phone;

/**
 * The caller pressed a key.
 *
 * @param call the call
 * @param key {@code 0} to {@code 9}, {@code *}, {@code #} or {@code A} to {@code D}
 * @since 0.1.0
 */
public record PhoneKeyPressed(PhoneCall call, char key) implements PhoneCallEvent {

	@Override
	public PhoneCaller caller() {
		return this.call.caller();
	}

	/**
	 * Return a text without the key, which may be part of a secret number.
	 */
	@Override
	public String toString() {
		return "PhoneKeyPressed[caller=" + caller() + "]";
	}

}
