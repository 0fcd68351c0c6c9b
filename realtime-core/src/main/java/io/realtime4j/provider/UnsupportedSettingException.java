package io.realtime4j.provider;

/**
 * Exception thrown when a session cannot work without a setting that its provider does
 * not support.
 *
 * @since 0.1.0
 */
public class UnsupportedSettingException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final transient UnsupportedSetting setting;

	/**
	 * Create an exception.
	 * @param setting the setting
	 */
	public UnsupportedSettingException(UnsupportedSetting setting) {
		super("The setting '" + setting.path() + "' " + setting.reason());
		this.setting = setting;
	}

	/**
	 * Return the setting.
	 * @return the setting
	 */
	public UnsupportedSetting setting() {
		return this.setting;
	}

}
