package io.realtime4j.sample;

import java.util.Arrays;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the front desk: on a page, for one spoken question with
 * {@code --wav=question.wav --answer=answer.wav}, or for one call of a recorded caller
 * with {@code --ring --recording=call.wav}.
 */
@SpringBootApplication
public class FrontDeskApplication {

	/**
	 * Profiles of what is done once and ends the application, by their options.
	 */
	private static final Map<String, String> ERRANDS = Map.of("--wav", "headless", "--ring", "ring");

	public static void main(String[] args) {
		ConfigurableApplicationContext desk = open(args);
		if (desk.getEnvironment().matchesProfiles(ERRANDS.values().toArray(String[]::new))) {
			System.exit(SpringApplication.exit(desk));
		}
	}

	/**
	 * Open the desk.
	 * @param args the command line
	 * @return the application
	 */
	public static ConfigurableApplicationContext open(String... args) {
		SpringApplication application = new SpringApplication(FrontDeskApplication.class);
		application.setAdditionalProfiles(ERRANDS.keySet()
			.stream()
			.filter((option) -> Arrays.stream(args).anyMatch((arg) -> arg.split("=")[0].equals(option)))
			.map(ERRANDS::get)
			.toArray(String[]::new));
		return application.run(args);
	}

}
