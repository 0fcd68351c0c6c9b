package io.realtime4j.provider;

/**
 * Thrown when a session cannot work because its provider cannot take a setting.
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
