// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

@Entity
@Table(name = "note")
public class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "alpha_id")
    private Alpha alpha;

    protected Note() {}

    public Note(Alpha alpha, String text) {
        this.alpha = alpha;
        this.text = text;
    }

    public String text() {
        return text;
    }
}
