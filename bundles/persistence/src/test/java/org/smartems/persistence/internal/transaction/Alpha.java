// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.OneToMany;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "alpha")
public class Alpha {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "alpha_seq")
    @SequenceGenerator(name = "alpha_seq", sequenceName = "alpha_seq", allocationSize = 50)
    private Long id;

    private String name;
    private long n;

    @Version
    private int version;

    @OneToMany(mappedBy = "alpha", cascade = CascadeType.ALL)
    private List<Note> notes = new ArrayList<>();

    protected Alpha() {}

    public Alpha(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public long n() {
        return n;
    }

    public void setN(long value) {
        n = value;
    }

    public String name() {
        return name;
    }

    public List<Note> notes() {
        return notes;
    }
}
