// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.smartems.fleet.device.WorkFlag;

/** Completes names of work flags. */
@Service
public final class FlagCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        for (WorkFlag flag : WorkFlag.values()) {
            names.getStrings().add(flag.id());
        }
        return names.complete(session, line, candidates);
    }
}
