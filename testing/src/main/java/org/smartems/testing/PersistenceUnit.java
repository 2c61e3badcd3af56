// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * A persistence unit as a domain bundle declares it, but not woven, for tests without OSGi.
 *
 * @param name the unit
 * @param facade its data source
 * @param entities its classes, converters included
 */
public record PersistenceUnit(String name, DataSource facade, List<Class<?>> entities) implements PersistenceUnitInfo {

    /**
     * Opens a unit.
     *
     * @param name the unit
     * @param facade its data source
     * @param entities its classes, converters included
     * @return for the caller to close
     */
    public static EntityManagerFactory open(String name, DataSource facade, Class<?>... entities) {
        PersistenceUnit info = new PersistenceUnit(name, facade, List.of(entities));
        return new PersistenceProvider().createContainerEntityManagerFactory(info, Map.of());
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return facade;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return PersistenceUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return entities.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        Stream.of(
                        "eclipselink.target-database=PostgreSQL",
                        "eclipselink.ddl-generation=none",
                        "eclipselink.weaving=false",
                        "eclipselink.jdbc.batch-writing=JDBC",
                        "eclipselink.logging.level=OFF",
                        "eclipselink.session-name=" + name + System.identityHashCode(facade))
                .map(line -> line.split("=", 2))
                .forEach(pair -> properties.setProperty(pair[0], pair[1]));
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return PersistenceUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // not woven
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return getClassLoader();
    }
}
