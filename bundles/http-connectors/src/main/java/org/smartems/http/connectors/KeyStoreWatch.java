// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.util.List;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a replaced key store into use without a restart. Open connections keep their certificate. */
final class KeyStoreWatch extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreWatch.class);
    private static final long INTERVAL_MILLIS = 2_000;

    private final KeyStoreFile file;
    private final List<SslContextFactory.Server> contexts;
    private ServingKeys keys;
    private String stamp;
    private Thread thread;

    KeyStoreWatch(KeyStoreFile file, ServingKeys keys, List<SslContextFactory.Server> contexts) {
        this.file = file;
        this.keys = keys;
        this.contexts = contexts;
        this.stamp = file.stamp();
    }

    @Override
    protected void doStart() {
        thread = new Thread(this::run, "smartems-tls-key-store");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    protected void doStop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                reloadIfChanged();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void reloadIfChanged() {
        String now = file.stamp();
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        ServingKeys fresh;
        try {
            fresh = file.load();
            use(fresh);
        } catch (Exception e) {
            LOG.error("{}: not usable, the former certificate stays in use: {}", file, e.toString());
            restore();
            return;
        }
        keys = fresh;
        LOG.info("{}: loaded", file);
    }

    private void use(ServingKeys used) throws Exception {
        for (SslContextFactory.Server context : contexts) {
            context.reload(used::useIn);
        }
    }

    /** A reload that fails half way leaves a context without any key. */
    private void restore() {
        try {
            use(keys);
        } catch (Exception e) {
            LOG.error("The former certificate cannot be restored", e);
        }
    }
}
