package org.snapshothub.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.snapshothub.extract.usecase.Evaluation;
import org.snapshothub.extract.usecase.LabelledPassage;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = "Quality of use-case extraction on labelled passages: precision, recall, F1, accuracies.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hub evaluate --labels passages.jsonl",
            "  hub evaluate --labels passages.jsonl --misses"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--labels", paramLabel = "FILE", required = true, description = "JSONL: text, label, cases.")
    private Path labels;

    @Option(names = "--json", description = "One JSON document on stdout.")
    private boolean json;

    @Option(names = "--misses", description = "List what it got wrong.")
    private boolean misses;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(labels)) {
            throw new HubException(Outcome.USAGE, "labels " + labels + " can't be read; check the path");
        }
        Evaluation evaluation;
        try (InputStream in = Files.newInputStream(labels)) {
            evaluation = Evaluation.of(LabelledPassage.read(in));
        } catch (IllegalArgumentException e) {
            throw new HubException(Outcome.USAGE, "labels " + labels + ": " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.document(evaluation.json()));
        } else {
            print(evaluation, out);
        }
        out.flush();
        return 0;
    }

    private void print(Evaluation evaluation, PrintWriter out) {
        List<List<String>> measures = new ArrayList<>();
        evaluation.json().forEach((measure, value) -> {
            if (!(value instanceof Map)) {
                measures.add(List.of(
                        measure, value instanceof Double share ? String.format("%.3f", share) : String.valueOf(value)));
            }
        });
        out.println(Console.table(List.of("measure", "value"), measures));
        List<List<String>> labels = new ArrayList<>();
        evaluation
                .byLabel()
                .forEach((label, tally) -> labels.add(Stream.of(
                                label,
                                tally.passages(),
                                tally.cases(),
                                tally.found(),
                                tally.hits(),
                                tally.passagesWithFound())
                        .map(String::valueOf)
                        .toList()));
        out.print(Console.table(
                List.of("label", "passages", "cases", "found", "hits", "passages that yield any"), labels));
        if (misses && !evaluation.misses().isEmpty()) {
            List<List<String>> rows = evaluation.misses().stream()
                    .map(miss -> List.of(miss.passage(), miss.what(), miss.words()))
                    .toList();
            out.println();
            out.print(Console.table(List.of("passage", "wrong", "what"), rows));
        }
    }
}
