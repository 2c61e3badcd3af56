// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.fleet.internal.checkin.DeviceReader.Found;
import org.smartems.fleet.internal.template.TemplateSnapshot;
import org.smartems.fleet.internal.template.TemplateSnapshots;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;

/** Finds out what a decision depends on. */
final class Situations {

    private static final Logger LOG = LoggerFactory.getLogger(Situations.class);

    private final DeviceReader reader;
    private final Catalogue catalogue;
    private final TemplateSnapshots templates;
    private final Clock clock;

    Situations(DeviceReader reader, Catalogue catalogue, TemplateSnapshots templates, Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * The situation now. Waits for the shared read; no connection is held afterwards.
     *
     * @throws CredentialRefused when the credential no longer holds
     */
    Situation of(Contact contact, DeviceReport report) {
        String identifier = ReportRules.identifier(contact, report).orElseThrow();
        Found found = find(contact, report, identifier);
        Catalogue.Snapshot newest = contact.catalogue();
        if (found.catalogueRevision() > newest.revision()) {
            newest = catalogue.snapshot().revision() >= found.catalogueRevision()
                    ? catalogue.snapshot()
                    : catalogue.refresh();
        }
        DeviceType type = newest == contact.catalogue() ? contact.deviceType() : checked(contact, newest);
        DeviceSnapshot device = found.device().orElseGet(() -> DeviceSnapshot.unknown(identifier));
        long revision = newest.revision();
        Optional<TemplateSnapshot> template = device.templateVersion().isPresent()
                ? Optional.of(templates.get(device.templateVersion().getAsLong(), revision))
                : Optional.empty();
        return new Situation(
                contact, type, report, device, template, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The device of a report that failed, for the log; empty when anything keeps it from being found. */
    Optional<DeviceSnapshot> known(Contact contact, DeviceReport report) {
        if (!ReportRules.check(contact, contact.deviceType(), report).isEmpty()) {
            return Optional.empty();
        }
        try {
            String identifier = ReportRules.identifier(contact, report).orElseThrow();
            return find(contact, report, identifier).device().filter(device -> mayCallAs(contact, device));
        } catch (RuntimeException e) {
            LOG.debug("The device of contact {} is not known", contact.requestId(), e);
            return Optional.empty();
        }
    }

    /** Nobody writes into the log of a device that is bound to another credential. */
    private static boolean mayCallAs(Contact contact, DeviceSnapshot device) {
        OptionalLong bound = device.state().boundCredential();
        return !contact.deviceType().bindIdentity()
                || bound.isEmpty()
                || contact.credential()
                        .filter(used -> used.id() == bound.getAsLong())
                        .isPresent();
    }

    private Found find(Contact contact, DeviceReport report, String identifier) {
        long type = contact.deviceType().id();
        if (report.field(contact.identifier()).isEmpty()) {
            return reader.find(fallback(contact, report).orElseThrow(), true);
        }
        CompletableFuture<Found> read = reader.find(type, identifier);
        Found found = Futures.await(read);
        Optional<ByFact> fallback = fallback(contact, report);
        return found.device().isPresent() || fallback.isEmpty() ? found : unidentified(found, fallback.get());
    }

    /** A device that people or a contact without the identifying value have made gets its identifier with this one. */
    private Found unidentified(Found found, ByFact fallback) {
        Found other = reader.find(fallback, false);
        return other.device().isPresent() ? other : found;
    }

    /** Another fact of the report that can tell the device. */
    static Optional<ByFact> fallback(Contact contact, DeviceReport report) {
        for (DeviceField field : contact.procedure().identifiers()) {
            Optional<String> value = report.field(field);
            if (field != contact.identifier() && value.isPresent()) {
                return Optional.of(new ByFact(contact.deviceType().id(), field, value.get()));
            }
        }
        return Optional.empty();
    }

    /** What the request was routed and authenticated with is no longer so: whether it still may come in. */
    private static DeviceType checked(Contact contact, Catalogue.Snapshot newest) {
        DeviceType before = contact.deviceType();
        DeviceType type = newest.deviceType(before.id()).orElseThrow(Refusals::typeChanged);
        if (!type.enabled()
                || !type.procedure().equals(before.procedure())
                || !type.authenticationMethod().equals(before.authenticationMethod())
                || newest.identifier(contact.procedure()) != contact.identifier()) {
            throw Refusals.typeChanged();
        }
        if (contact.credential().isPresent() && !holds(contact.credential().get(), type, newest)) {
            throw new CredentialRefused("The credential was changed, disabled or withdrawn from the device type");
        }
        return type;
    }

    private static boolean holds(Credential credential, DeviceType type, Catalogue.Snapshot newest) {
        return newest.credential(credential.username())
                .filter(now ->
                        now.id() == credential.id() && now.isFor(type.id()) && now.matches(credential.password()))
                .isPresent();
    }
}
