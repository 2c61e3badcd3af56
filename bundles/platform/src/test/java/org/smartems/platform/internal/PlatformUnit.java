// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.persistence.EntityManagerFactory;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.smartems.platform.internal.configuration.ConfigurationEntity;
import org.smartems.platform.internal.user.InstantConverter;
import org.smartems.platform.internal.user.UserEntity;

/** The persistence unit as META-INF/persistence.xml declares it, but not woven. */
record PlatformUnit(DataSource facade) implements PersistenceUnitInfo {

    static EntityManagerFactory over(DataSource facade) {
        return new PersistenceProvider().createContainerEntityManagerFactory(new PlatformUnit(facade), Map.of());
    }

    @Override
    public String getPersistenceUnitName() {
        return "platform";
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
        return PlatformUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return List.of(
                UserEntity.class.getName(), InstantConverter.class.getName(), ConfigurationEntity.class.getName());
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
        properties.setProperty("eclipselink.target-database", "PostgreSQL");
        properties.setProperty("eclipselink.ddl-generation", "none");
        properties.setProperty("eclipselink.weaving", "false");
        properties.setProperty("eclipselink.jdbc.batch-writing", "JDBC");
        properties.setProperty("eclipselink.logging.level", "OFF");
        properties.setProperty("eclipselink.session-name", "platform" + System.identityHashCode(facade));
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return PlatformUnit.class.getClassLoader();
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
