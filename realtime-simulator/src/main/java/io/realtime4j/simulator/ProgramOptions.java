package io.realtime4j.simulator;

/**
 * Options of the simulator as a program.
 *
 * @param port the port, or 0 for any
 * @param host the address or host name to listen at
 * @param help whether to say only which options there are
 */
record ProgramOptions(int port, String host, boolean help) {

	static final String USAGE = """
			Serves the realtime protocol until it is stopped, and prints its address.
			  --port=N  port to listen at, 0 for any (0)
			  --host=H  address to listen at, 0.0.0.0 for all (127.0.0.1)
			  --help    print this""";

	private static final int MAX_PORT = 65_535;

	/**
	 * Read the arguments of the program.
	 * @param args the arguments
	 * @return the options
	 * @throws IllegalArgumentException if there is no such option, or no such port
	 */
	static ProgramOptions of(String... args) {
		ProgramOptions options = new ProgramOptions(0, "127.0.0.1", false);
		for (String arg : args) {
			options = options.with(arg);
		}
		return options;
	}

	private ProgramOptions with(String arg) {
		String value = arg.substring(arg.indexOf('=') + 1);
		if (arg.startsWith("--port=")) {
			return new ProgramOptions(portOf(value), this.host, this.help);
		}
		if (arg.startsWith("--host=") && !value.isBlank()) {
			return new ProgramOptions(this.port, value, this.help);
		}
		if ("--help".equals(arg) || "-h".equals(arg)) {
			return new ProgramOptions(this.port, this.host, true);
		}
		throw new IllegalArgumentException("Unknown option '" + arg + "'");
	}

	private static int portOf(String value) {
		try {
			int port = Integer.parseInt(value);
			if (port >= 0 && port <= MAX_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Said below
		}
		throw new IllegalArgumentException("'" + value + "' is no port");
	}

}
