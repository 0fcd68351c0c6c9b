package io.realtime4j.benchmarks;

/**
 * A column of the report: a contestant or a reference.
 *
 * @param key the name in the results
 * @param title the name for people
 */
record Subject(String key, String title) {

	static final Subject BASE64 = new Subject("BASE64", "`java.util.Base64` alone");

	static final Subject TOKEN_SCAN = new Subject("TOKEN_SCAN", "Jackson token scan");

	static Subject of(Contestant contestant) {
		return new Subject(contestant.name(), contestant.title());
	}

}
