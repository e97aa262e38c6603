package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Extraction;

/** Whatever a site prints, in whatever markup: the truth comes back or a reject, never another station's value. */
class WidgetPropertyTest {

    private static final Stations STATIONS = Stations.bundled();
    private static final List<String> SKIES =
            List.of("맑음", "흐림", "구름많음", "구름조금", "비", "눈", "박무", "비/눈", "구름조금 비", "-", "");

    /** 순천 moved from 256 to 174: a name table older than this may print a name for another station of today. */
    private static final LocalDate LAST_MOVED_NAME = LocalDate.of(2011, 4, 1);

    /** One generated page and what is true of it. */
    private static final class Site {
        final Random random;
        final LocalDate day;
        final Map<Integer, WidgetEntry> truth = new TreeMap<>();
        final List<String[]> printed = new ArrayList<>();
        String page;

        Site(long seed) {
            random = new Random(seed);
            day = LAST_MOVED_NAME.plusDays(random.nextInt(5_600));
            LocalDate old = day.minusDays(random.nextInt(4_000));
            LocalDate table = old.isBefore(LAST_MOVED_NAME) ? LAST_MOVED_NAME : old;
            boolean hasDashes = random.nextInt(4) == 0;
            double missing = random.nextDouble() * 0.5;
            for (Station station : STATIONS.openOn(day)) {
                if (random.nextDouble() >= missing) {
                    add(
                            station,
                            station.nameOn(table)
                                    .filter(n -> random.nextInt(25) > 0)
                                    .orElse(""),
                            hasDashes);
                }
            }
        }

        private void add(Station station, String name, boolean hasDashes) {
            String sky = SKIES.get(random.nextInt(hasDashes ? SKIES.size() : SKIES.size() - 2));
            BigDecimal temperature = BigDecimal.valueOf(random.nextInt(550) - 200, 1);
            boolean hasSky = !sky.isEmpty() && !sky.equals("-");
            truth.put(
                    station.id(),
                    new WidgetEntry(station.id(), hasSky ? sky : null, temperature, IdentifiedBy.NAME, ""));
            printed.add(new String[] {sky, name, temperature.toPlainString()});
        }

        Page render() {
            StringBuilder body = new StringBuilder();
            int style = random.nextInt(10);
            for (String[] e : printed) {
                body.append(entry(style, e[0], e[1], e[2]));
            }
            page = style == 8 || style == 9
                    ? day + "\n" + body
                    : "<html><body><p>" + day + "</p><div>"
                            + (style == 3 ? "<table>" + body + "</table>" : "<ul>" + body + "</ul>")
                            + "</div></body></html>";
            String type = style == 8 || style == 9 ? "text/plain" : "text/html";
            Instant fetched = day.atTime(12, 0).atZone(ObservedAt.KST).toInstant();
            return new Page("https://www.example.kr/", fetched, type, page);
        }

        private static String entry(int style, String sky, String name, String t) {
            return switch (style) {
                case 0 -> "<li>" + sky + name + t + "℃</li>";
                case 1 -> "<li><b>" + name + "</b> <i>" + sky + "</i> <em>" + t + "&deg;C</em></li>";
                case 2 -> "<li><b>" + name + "</b><em>" + t + "</em>&#8451;<span>" + sky + "</span></li>";
                case 3 -> "<tr><td>" + sky + "</td><td>" + name + "</td><td>" + t + "℃</td></tr>";
                case 4 -> "<span>" + sky + "</span> <span>" + name + "</span> <span>" + t + "˚C</span> ";
                case 5 -> "<li><img alt=\"" + sky + "\"><strong>" + name + "</strong>" + t + "℃</li>";
                case 6 -> "<div>" + name + "</div><div>" + sky + "</div><div>" + t + "℃</div>";
                case 7 -> sky + "&nbsp;" + name + "&nbsp;" + t + "℃ | ";
                case 8 -> "  • " + sky + name + t.replace('-', '\u2212') + "℃\n";
                default -> sky + " " + name + " " + t + "℃, ";
            };
        }
    }

    @Property(tries = 1_500)
    void isTheTruthOrAReject(@ForAll @LongRange(min = 0, max = 1_000_000_000) long seed) {
        Site site = new Site(seed);
        holds(site, WidgetExtractor.bundled().extract(site.render()), seed);
    }

    @Property(tries = 500)
    void isTheTruthOrARejectInAnyOrder(@ForAll @LongRange(min = 0, max = 1_000_000_000) long seed) {
        Site site = new Site(seed);
        Collections.shuffle(site.printed, site.random);
        Extraction<Widget> extraction = WidgetExtractor.bundled().extract(site.render());
        holds(site, extraction, seed);
        assertThat(extraction.found().map(Widget::entries).orElse(List.of()))
                .noneMatch(entry -> entry.identifiedBy() == IdentifiedBy.ORDER);
    }

    @Property(tries = 500)
    void losesNothingWhereNamesAndSkiesStand(@ForAll @LongRange(min = 0, max = 1_000_000_000) long seed) {
        Site site = new Site(seed);
        site.printed.removeIf(e -> e[1].isEmpty() || e[0].length() < 2);
        Page page = site.render();
        Extraction<Widget> extraction = WidgetExtractor.bundled().extract(page);
        holds(site, extraction, seed);
        List<String> printed = site.printed.stream().map(e -> e[1]).toList();
        long certain = printed.stream()
                .filter(name -> STATIONS.named(name, site.day).isPresent())
                .count();
        assertThat(extraction.found().orElseThrow().entries().size())
                .as("seed %s of %s", seed, site.page)
                .isGreaterThanOrEqualTo((int) certain);
    }

    private static void holds(Site site, Extraction<Widget> extraction, long seed) {
        List<WidgetEntry> entries = extraction.found().map(Widget::entries).orElse(List.of());
        for (WidgetEntry entry : entries) {
            WidgetEntry true_ = site.truth.get(entry.stationId());
            assertThat(true_).as("seed %s: %s in %s", seed, entry, site.page).isNotNull();
            assertThat(entry.temperatureC())
                    .as("seed %s: %s in %s", seed, entry, site.page)
                    .isEqualTo(true_.temperatureC());
            assertThat(entry.sky())
                    .as("seed %s: %s in %s", seed, entry, site.page)
                    .isEqualTo(true_.sky());
        }
        assertThat(entries.size() + extraction.rejected().size())
                .as("seed %s: none is lost in %s", seed, site.page)
                .isGreaterThanOrEqualTo(site.printed.size());
    }
}
