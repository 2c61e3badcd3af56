// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.CredentialView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.persistence.encryption.SealedValues;

class SealedCredentialsTest extends FleetFixture {

    @Test
    void passwordsAreSealedAnewOnce() {
        CredentialView made = fleet.credentials.create(
                AUTHOR,
                new CredentialForm(
                        "router",
                        Optional.of("s3cret"),
                        true,
                        Set.of(fleet.router("a").id())));
        SealedValues values = new SealedCredentials(transactions, encryption);
        transactions.run(() -> encryptionKeys.addDataKey(values.table()));
        encryptionKeys.settle();
        assertThat(reseal(values)).isEqualTo(1);
        assertThat(fleet.credentials.password(AUTHOR, made.id())).isEqualTo("s3cret");
        assertThat(reseal(values)).isZero();
    }

    private static int reseal(SealedValues values) {
        return transactions.call(() -> values.reseal(100));
    }
}
