package org.snapshothub.bronze.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.snapshothub.extract.page.Head;

/**
 * One request and its answer over a connection of their own, HTTP/1.1, closed afterwards.
 *
 * <p>Made on sockets, since the connection must go to the address that was looked at and to no other, the bytes must be
 * kept as they came, and a server that sends a byte a second must not hold a host's turn: a clock closes the socket
 * when the time for a page is over, whatever it is doing.
 */
final class Exchange {

    private static final int ADDRESSES_TRIED = 3;

    private final String userAgent;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration pageTime;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService clock;

    Exchange(
            String userAgent,
            Duration connectTimeout,
            Duration readTimeout,
            Duration pageTime,
            SSLSocketFactory tls,
            ScheduledExecutorService clock) {
        this.userAgent = userAgent;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.pageTime = pageTime;
        this.tls = tls;
        this.clock = clock;
    }

    /** Asks for {@code address} at the first of {@code at} that takes the connection. */
    Answer ask(WebAddress address, List<InetAddress> at, Want want) throws FetchFault {
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicReference<Socket> open = new AtomicReference<>(new Socket());
        ScheduledFuture<?> alarm = clock.schedule(
                () -> {
                    isOver.set(true);
                    close(open.get());
                },
                pageTime.toMillis(),
                TimeUnit.MILLISECONDS);
        Instant start = Instant.now();
        try {
            InetAddress peer = connect(open, at, address.port());
            Socket socket = open.get();
            socket.setSoTimeout(Math.toIntExact(readTimeout.toMillis()));
            Socket channel = address.isSecure() ? secured(socket, address) : socket;
            OutputStream out = channel.getOutputStream();
            out.write(request(address, want).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return answer(channel.getInputStream(), address, start, peer, want);
        } catch (IOException e) {
            throw isOver.get() ? late(address) : fault(address, e);
        } finally {
            alarm.cancel(false);
            close(open.get());
        }
    }

    private static FetchFault fault(WebAddress address, IOException e) {
        if (e instanceof FetchFault known) {
            return known;
        }
        FetchReason reason = e instanceof SocketTimeoutException
                ? FetchReason.TIMEOUT
                : e instanceof SSLException ? FetchReason.TLS : FetchReason.CONNECTION;
        return new FetchFault(reason, address + ": " + e.getMessage());
    }

    private FetchFault late(WebAddress address) {
        return new FetchFault(
                FetchReason.TIMEOUT, address + " did not end within " + pageTime.toMillis() + " ms (http.page-time)");
    }

    /** The first address that takes the connection; a socket that has failed to connect is of no more use. */
    private InetAddress connect(AtomicReference<Socket> open, List<InetAddress> at, int port) throws IOException {
        int timeout = Math.toIntExact(connectTimeout.toMillis());
        for (int i = 0; ; i++) {
            try {
                open.get().connect(new InetSocketAddress(at.get(i), port), timeout);
                return at.get(i);
            } catch (IOException e) {
                close(open.get());
                if (i + 1 == Math.min(at.size(), ADDRESSES_TRIED) || open.get().isConnected()) {
                    throw e;
                }
                open.set(new Socket());
            }
        }
    }

    private Socket secured(Socket plain, WebAddress address) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private String request(WebAddress address, Want want) {
        StringBuilder request = new StringBuilder("GET " + address.target() + " HTTP/1.1\r\n");
        request.append("Host: ").append(address.authority()).append("\r\n");
        request.append("User-Agent: ").append(userAgent).append("\r\n");
        request.append("Accept: ").append(want.accept()).append("\r\n");
        request.append("Accept-Language: ko,en;q=0.5\r\n");
        request.append("Accept-Encoding: gzip, deflate, br\r\n");
        want.fields()
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("Connection: close\r\n\r\n").toString();
    }

    private static Answer answer(InputStream in, WebAddress address, Instant start, InetAddress peer, Want want)
            throws IOException {
        Wire wire = new Wire(in);
        for (int interim = 0; interim < 5; interim++) {
            byte[] bytes = wire.head();
            Head head = Head.ofAnswer(bytes, bytes.length);
            if (!head.first().startsWith("HTTP/") || head.status() == null) {
                throw new FetchFault(FetchReason.BAD_ANSWER, address + " answered with something that is not HTTP");
            }
            if (head.status() >= 200) {
                boolean hasBody = head.status() != 204
                        && head.status() != 304
                        && want.worthReading().test(head);
                Wire.Body body = hasBody ? wire.body(head, want.maxBytes()) : Wire.Body.NONE;
                return new Answer(address, start, peer, head, bytes, body.bytes(), body.truncated());
            }
        }
        throw new FetchFault(FetchReason.BAD_ANSWER, address + " sends interim answers only");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that can't be closed is gone for us all the same.
            return;
        }
    }
}
