package org.snapshothub.publish;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.CaseSigunguMonth;
import org.snapshothub.gold.Doubt;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.lake.CommitNote;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Program;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Settings;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.Edition;
import org.snapshothub.publish.site.GivenRows;
import org.snapshothub.publish.site.SiteFolder;
import org.snapshothub.publish.site.SiteSettings;
import org.snapshothub.publish.site.SiteWriter;
import org.snapshothub.publish.site.Stamp;
import org.snapshothub.publish.site.Touched;
import org.snapshothub.silver.Article;
import org.snapshothub.silver.ArticlePage;
import org.snapshothub.silver.Observation;
import org.snapshothub.silver.PageFindings;
import org.snapshothub.silver.UseCase;

/**
 * Publishes gold, with the evidence behind it, as an edition of the report; nothing when the quality gate fails.
 *
 * <p>An edition is a folder of static files. What has been published already is not published again.
 */
public final class PublishReport implements Job {

    /** The tables that pages and files of a day are made from. */
    private static final List<Table<?>> BY_DAY =
            List.of(StationDay.TABLE, RegionDay.TABLE, SigunguDay.TABLE, SkyShare.TABLE, Observation.TABLE);

    /** What cases are shown from, and counted. */
    private static final List<Table<?>> OF_CASES = List.of(
            UseCase.TABLE,
            ArticlePage.TABLE,
            Article.TABLE,
            CaseMonth.TABLE,
            TopicMonth.TABLE,
            CaseRegionMonth.TABLE,
            CaseSigunguMonth.TABLE,
            OrganisationMonth.TABLE);

    /** Tables of which an edition shows a little: an address, a title, a count. It is pinned to them all the same. */
    private static final List<Table<?>> EVIDENCE =
            List.of(CapturedPage.TABLE, PageFindings.TABLE, Article.TABLE, Reject.TABLE);

    @Override
    public String name() {
        return "publish-report";
    }

    @Override
    public Layer layer() {
        return Layer.PUBLISH;
    }

    @Override
    public String purpose() {
        return "publishes the numbers with their evidence as a site, unless the quality gate fails";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                StationDay.TABLE,
                RegionDay.TABLE,
                SigunguDay.TABLE,
                SkyShare.TABLE,
                Doubt.TABLE,
                RegionMonth.TABLE,
                StationMonth.TABLE,
                CaseMonth.TABLE,
                TopicMonth.TABLE,
                CaseRegionMonth.TABLE,
                CaseSigunguMonth.TABLE,
                OrganisationMonth.TABLE,
                Observation.TABLE,
                UseCase.TABLE,
                ArticlePage.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of();
    }

    /** A site that can't be written, or a folder that is not ours, ends the run before anything is written. */
    @Override
    public void check(Run run) {
        Path site = Path.of(run.settings().site());
        try {
            SiteFolder.claimed(site);
        } catch (UncheckedIOException e) {
            throw new HubException(
                    Outcome.USAGE,
                    "site " + site + " can't be written: " + e.getCause() + "; choose another with --site",
                    e);
        }
    }

    @Override
    public JobResult run(Run run) {
        Path site = Path.of(run.settings().site());
        SiteState state = SiteState.of(site);
        Map<String, CommitNote> newest = newest(run);
        SiteSettings shown = settings(run.settings());
        boolean isPublished = seqs(newest).equals(state.seqs())
                && runs(newest).equals(state.runs())
                && shown.toString().equals(state.settings())
                && state.withheldSince() == null
                && Files.exists(site.resolve("index.html"));
        if (isPublished) {
            return JobResult.nothingNew();
        }
        Touched touched = touched(run, state);
        GivenRows given = GivenRows.of(site, Program.VERSION, touched);
        List<RegionDay> regionDays = LakeWeather.regionDays(run.lake(), given, touched);
        long publishedSeq =
                state.seqs().values().stream().mapToLong(s -> s).max().orElse(0);
        Findings findings = Findings.of(run.lake());
        Optional<String> failure = new Gate(run, findings).failure(publishedSeq, regionDays);
        if (failure.isPresent()) {
            String since = DateTimeFormatter.ISO_INSTANT.format(run.startedAt().truncatedTo(ChronoUnit.SECONDS));
            state.withheld(since, failure.get()).write(site);
            return JobResult.of(regionDays.size(), 0, 0, 0)
                    .withNotes(List.of("quality gate failed, nothing is published: " + failure.get()))
                    .with(Outcome.GATE);
        }
        var content = new SiteRows(run.lake()).content(shown, given, regionDays, findings);
        var stamp = new Stamp(run.startedAt(), versions(run));
        Edition edition = new SiteWriter().write(content, touched, stamp, site);
        new SiteState(seqs(newest), runs(newest), shown.toString(), null, null).write(site);
        return JobResult.of(regionDays.size(), edition.published() ? 1 : 0, 0, 0)
                .withNotes(
                        List.of((edition.published() ? "edition " : "already published as edition ") + edition.id()));
    }

    private static SiteSettings settings(Settings settings) {
        SiteSettings defaults = SiteSettings.defaults(Program.VERSION).withHome(settings.homeRegion());
        Settings.Publisher publisher = settings.publisher();
        return new SiteSettings(
                defaults.title(),
                defaults.titleEnglish(),
                publisher.name(),
                publisher.name(),
                publisher.contact().isEmpty() ? null : publisher.contact(),
                publisher.licence(),
                defaults.licenceEnglish(),
                defaults.licenceUrl(),
                defaults.home(),
                defaults.programVersion());
    }

    /**
     * The days of which a commit since the last publishing says that their rows changed. All, where that can't be told:
     * at first, from another lake, or when the log no longer reaches back.
     */
    private static Touched touched(Run run, SiteState state) {
        Set<LocalDate> days = new TreeSet<>();
        for (Table<?> table : BY_DAY) {
            Optional<List<CommitNote>> since = since(run, table, state);
            if (since.isEmpty()) {
                return Touched.ALL;
            }
            since.get().forEach(note -> note.slices().forEach(day -> days.add(LocalDate.parse(day))));
        }
        return Touched.of(days, isTouched(run, state, OF_CASES));
    }

    /** Whether one of the tables has another newest commit than when last published. */
    private static boolean isTouched(Run run, SiteState state, List<Table<?>> tables) {
        return tables.stream().anyMatch(table -> {
            Optional<CommitNote> newest = run.lake().log(table).lastNote();
            return !newest.map(CommitNote::seq)
                            .equals(Optional.ofNullable(state.seqs().get(table.name())))
                    || !newest.map(CommitNote::runId)
                            .equals(Optional.ofNullable(state.runs().get(table.name())));
        });
    }

    private static Optional<List<CommitNote>> since(Run run, Table<?> table, SiteState state) {
        long seq = state.seqs().getOrDefault(table.name(), 0L);
        List<CommitNote> notes = run.lake().log(table).notesSince(seq - 1).orElse(List.of());
        boolean isTheCommitPublished = !notes.isEmpty()
                && notes.get(0).seq() == seq
                && notes.get(0).runId().equals(state.runs().get(table.name()));
        return isTheCommitPublished ? Optional.of(notes.subList(1, notes.size())) : Optional.empty();
    }

    private Map<String, CommitNote> newest(Run run) {
        Map<String, CommitNote> newest = new TreeMap<>();
        Stream.concat(reads().stream(), Stream.of(Article.TABLE, Reject.TABLE))
                .forEach(t -> run.lake().log(t).lastNote().ifPresent(note -> newest.put(t.name(), note)));
        return newest;
    }

    private static Map<String, Long> seqs(Map<String, CommitNote> newest) {
        Map<String, Long> seqs = new TreeMap<>();
        newest.forEach((table, note) -> seqs.put(table, note.seq()));
        return seqs;
    }

    private static Map<String, String> runs(Map<String, CommitNote> newest) {
        Map<String, String> runs = new TreeMap<>();
        newest.forEach((table, note) -> runs.put(table, note.runId()));
        return runs;
    }

    private Map<String, Long> versions(Run run) {
        Map<String, Long> versions = new TreeMap<>();
        Stream.concat(reads().stream(), EVIDENCE.stream())
                .forEach(t -> versions.put(t.name(), run.lake().log(t).version()));
        return versions;
    }
}
