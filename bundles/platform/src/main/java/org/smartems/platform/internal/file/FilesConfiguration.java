// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the installer can set. */
@ObjectClassDefinition(name = "Files", description = "Where files are kept, and what may be uploaded")
public @interface FilesConfiguration {

    String PID = "org.smartems.files";

    @AttributeDefinition(description = "Directory of files, the same for all nodes; empty: data/files of the home")
    String directory() default "";

    @AttributeDefinition(description = "Bytes that an upload may have", min = "1")
    long uploadBytes() default 4L << 30;

    @AttributeDefinition(description = "Bytes that the uploads of a user may have together", min = "1")
    long uploadQuotaBytes() default 16L << 30;

    @AttributeDefinition(description = "Uploads that a user may have at once", min = "1")
    int uploadsPerUser() default 100;

    @AttributeDefinition(description = "Hours after which an upload that was not used is removed", min = "1")
    int uploadHours() default 24;
}
