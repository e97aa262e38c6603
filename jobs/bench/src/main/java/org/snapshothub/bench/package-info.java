/** What the program costs: made-up corpora, baselines, and the program itself as a process; figures, no judgements. */
package org.snapshothub.bench;
