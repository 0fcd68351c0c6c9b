package io.realtime4j.benchmarks.load;

import io.realtime4j.benchmarks.load.process.Figures;

/**
 * Cost of a call for the application, as one run found it.
 *
 * @param cpu CPU time for a second of a call, in ms
 * @param memory memory for each call, in KiB
 * @param heap how much of it is heap, in KiB
 * @param toPage how long audio took from the service to the page
 * @param toService how long audio took from the page to the service
 */
record CallCost(double cpu, double memory, double heap, Figures toPage, Figures toService) {

}
