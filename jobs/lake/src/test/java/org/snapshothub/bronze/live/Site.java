package org.snapshothub.bronze.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A site on the loopback whose answers are bytes of the test's choosing: slow, lying, broken, as the Web is. */
public final class Site implements AutoCloseable {

    /** What a server does with one request. */
    @FunctionalInterface
    public interface Act {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came; field names in lower case. */
    public record Request(String target, Map<String, String> fields) {}

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Act>> acts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    public Site() {
        this(ServerSocketFactory.getDefault());
    }

    /** A site whose connections are those of {@code sockets}, TLS for instance. */
    Site(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::accept);
    }

    /** Plays {@code acts} for a path one after another, the last for ever; other paths are 404. */
    public Site on(String target, Act... plays) {
        acts.put(target, List.of(plays));
        turns.put(target, new AtomicInteger());
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url(String host, String target) {
        return "http://" + host + ":" + port() + target;
    }

    /** Targets asked for, robots.txt among them, in their order. */
    public List<String> targets() {
        return asked.stream().map(Request::target).toList();
    }

    public List<Request> asked() {
        return asked;
    }

    /** The most requests that were being answered at the same time under one host's name. */
    public int mostAtOncePerHost() {
        return mostAtOnce.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        AtomicInteger here = null;
        try (socket) {
            Request request = request(socket);
            if (request == null) {
                return;
            }
            asked.add(request);
            here = atOnce.computeIfAbsent(request.fields().get("host"), h -> new AtomicInteger());
            mostAtOnce.accumulateAndGet(here.incrementAndGet(), Math::max);
            List<Act> plays = acts.getOrDefault(request.target(), List.of(status(404)));
            AtomicInteger turn = turns.getOrDefault(request.target(), new AtomicInteger());
            plays.get(Math.min(turn.getAndIncrement(), plays.size() - 1)).answer(request, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Reset e) {
            try {
                // Closing with a linger of nothing sends a reset.
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closed) {
                return;
            }
        } catch (IOException e) {
            // The asker went away, which some tests are about.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (here != null) {
                here.decrementAndGet();
            }
        }
    }

    private static Request request(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = in.readLine();
        if (first == null) {
            return null;
        }
        Map<String, String> fields = new TreeMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(),
                    line.substring(colon + 1).strip());
        }
        return new Request(first.split(" ")[1], fields);
    }

    /** Thrown by an act to reset the connection. */
    static final class Reset extends IOException {
        private static final long serialVersionUID = 1L;
    }

    public static Act html(String html, String... fields) {
        return answer(
                200, html.getBytes(StandardCharsets.UTF_8), prepend("Content-Type: text/html; charset=utf-8", fields));
    }

    public static Act xml(String xml) {
        return answer(200, xml.getBytes(StandardCharsets.UTF_8), "Content-Type: application/xml");
    }

    public static Act text(String text) {
        return answer(200, text.getBytes(StandardCharsets.UTF_8), "Content-Type: text/plain");
    }

    public static Act status(int status, String... fields) {
        return answer(status, new byte[0], fields);
    }

    public static Act redirect(String location) {
        return status(302, "Location: " + location);
    }

    /** A page with an ETag, 304 to whoever knows it. */
    public static Act tagged(String etag, String html) {
        return (request, out) -> {
            Act act = etag.equals(request.fields().get("if-none-match"))
                    ? status(304, "ETag: " + etag)
                    : html(html, "ETag: " + etag);
            act.answer(request, out);
        };
    }

    public static Act answer(int status, byte[] body, String... fields) {
        return raw(
                "HTTP/1.1 " + status + " x\r\n" + String.join("", lines(fields)) + "Content-Length: " + body.length
                        + "\r\n\r\n",
                body);
    }

    /** Bytes as they stand. */
    public static Act raw(String head, byte... body) {
        return (request, out) -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    static Act reset() {
        return (request, out) -> {
            throw new Reset();
        };
    }

    private static List<String> lines(String[] fields) {
        return List.of(fields).stream().map(f -> f + "\r\n").toList();
    }

    private static String[] prepend(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    @Override
    public void close() {
        try {
            server.close();
            threads.shutdownNow();
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
