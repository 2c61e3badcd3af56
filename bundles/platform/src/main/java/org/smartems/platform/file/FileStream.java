// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file whenever the client can take some more of it. No thread waits meanwhile: a fleet that fetches firmware
 * over slow lines must not keep others from checking in. A client that takes nothing for the idle time of the connector
 * is cut off.
 */
final class FileStream implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(FileStream.class);
    private static final int CHUNK = 32 << 10;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final FileChannel file;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private final AtomicBoolean ended = new AtomicBoolean();
    private long position;

    private FileStream(AsyncContext async, ServletOutputStream out, FileChannel file, ByteRange range) {
        this.async = async;
        this.out = out;
        this.file = file;
        this.position = range.first();
        this.end = range.end();
    }

    /** Begins; the file is closed at the end. */
    static void start(AsyncContext async, ServletOutputStream out, FileChannel file, ByteRange range) {
        async.setTimeout(0);
        out.setWriteListener(new FileStream(async, out, file, range));
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (position == end) {
                end();
                return;
            }
            buffer.clear().limit((int) Math.min(CHUNK, end - position));
            int read = file.read(buffer, position);
            if (read <= 0) {
                throw new EOFException("The file is shorter than it was");
            }
            position += read;
            out.write(buffer.array(), 0, read);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A file was not taken as a whole, {} bytes are missing", end - position, failure);
        end();
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("A file could not be closed", e);
        }
        async.complete();
    }
}
