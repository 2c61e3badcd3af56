// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.Refusals;
import org.smartems.platform.internal.Violations;
import org.smartems.platform.user.UserPreferences;

/** See {@link UserPreferences}. */
@Component(service = UserPreferences.class)
public final class UserPreferenceService implements UserPreferences {

    private static final int MOST_ROWS = 100;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private static final AuditedEntity AUDITED = new AuditedEntity(
            "UserPreference",
            """
            select coalesce(to_jsonb(p) - 'user_id', '{}')
            from platform_user u left join platform_user_preference p on p.user_id = u.id where u.id = ?""",
            Set.of());

    private final Transactions transactions;
    private final AuditLog audit;
    private final Jdbc jdbc;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public UserPreferenceService(
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this(transactions, audit);
    }

    /** For tests, too. */
    public UserPreferenceService(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
        this.jdbc = new Jdbc(transactions);
    }

    @Override
    public Preferences get(long userId) {
        return transactions.call(() -> jdbc.first(
                        "select date_format, language, rows_per_page from platform_user_preference where user_id = ?",
                        UserPreferenceService::preferences,
                        userId)
                .orElse(Preferences.NONE));
    }

    @Override
    public Preferences change(Author person, UnaryOperator<Preferences> change) {
        long userId = person.userId().orElseThrow();
        return transactions.call(() -> {
            // two writers of one person come one after the other
            jdbc.first("select id from platform_user where id = ? for no key update", row -> true, userId)
                    .orElseThrow(Refusals::notFound);
            Preferences changed = checked(change.apply(get(userId)));
            return audit.changedMany(person, AUDITED, List.of(userId), () -> store(userId, changed));
        });
    }

    private Preferences store(long userId, Preferences preferences) {
        jdbc.update(
                "insert into platform_user_preference (user_id, date_format, language, rows_per_page)"
                        + " values (?, ?, ?, ?) on conflict (user_id) do update set"
                        + " date_format = excluded.date_format, language = excluded.language,"
                        + " rows_per_page = excluded.rows_per_page",
                userId,
                preferences.dateFormat().orElse(null),
                preferences.language().orElse(null),
                preferences.rowsPerPage().isPresent()
                        ? preferences.rowsPerPage().getAsInt()
                        : null);
        return preferences;
    }

    private static Preferences checked(Preferences preferences) {
        Violations violations = new Violations();
        preferences.dateFormat().ifPresent(it -> violations.require(DATE_FORMATS.contains(it), "dateFormat", "enum"));
        preferences
                .language()
                .ifPresent(it -> violations.require(LANGUAGE.matcher(it).matches(), "language", "regex"));
        if (preferences.rowsPerPage().stream().anyMatch(rows -> rows < 1 || rows > MOST_ROWS)) {
            violations.add(FieldError.of("rowsPerPage", "validation.rangeNotIn")
                    .with("min", 1)
                    .with("max", MOST_ROWS));
        }
        violations.throwIfAny();
        return preferences;
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        int rows = row.getInt(3);
        return new Preferences(
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                rows == 0 ? OptionalInt.empty() : OptionalInt.of(rows));
    }
}
