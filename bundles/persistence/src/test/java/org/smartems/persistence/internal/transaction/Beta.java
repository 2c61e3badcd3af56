// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** The database refuses a negative value. */
@Entity
@Table(name = "beta")
public class Beta {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "alpha_id")
    private Long alphaId;

    private int v;

    @Version
    private int version;

    protected Beta() {}

    public Beta(Long alphaId, int v) {
        this.alphaId = alphaId;
        this.v = v;
    }
}
