package io.siyu.pipelines.batch;

import io.siyu.warehouse.Problems;
import java.sql.Connection;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An open run repository. */
final class RunDatabase implements AutoCloseable {
    private static final String SCHEMA = "org/springframework/batch/core/schema-";

    /** The last thing Spring's script creates: it is there when the whole schema is. */
    private static final String COMPLETE =
            "select count(*) from information_schema.sequences where lower(sequence_name) = 'batch_job_instance_seq'"
                    + " and sequence_schema = current_schema";

    private final DataSource source;
    private final JobRepository repository;

    private RunDatabase(DataSource source, JobRepository repository) {
        this.source = source;
        this.repository = repository;
    }

    /** Opens the repository and makes its tables when they are not there. */
    static RunDatabase open(RunStore store) {
        if (!store.isH2() && !store.isPostgres()) {
            throw Problems.invalid(
                    "JDBC URL of the run repository",
                    store.shownUrl(),
                    "another database",
                    "jdbc:h2:... or jdbc:postgresql:...");
        }
        DataSource source = source(store);
        try {
            if (!isComplete(source)) {
                create(source, store);
            }
            return new RunDatabase(source, repository(source));
        } catch (Exception e) {
            dispose(source);
            throw Problems.failed(
                    "open the run repository " + store.shownUrl(),
                    String.valueOf(e.getMessage()),
                    "Nothing was started. Check the URL, the user and that the database is up",
                    e);
        }
    }

    JobRepository repository() {
        return repository;
    }

    DataSource source() {
        return source;
    }

    /** Starts and recovers runs in the caller's thread. */
    JobOperator operator() {
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        try {
            operator.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch refuses its own parts", e);
        }
        return operator;
    }

    @Override
    public void close() {
        dispose(source);
    }

    /** The H2 file stays open between statements; PostgreSQL is asked anew each time, so that no idle line can break. */
    private static DataSource source(RunStore store) {
        return store.isH2()
                ? JdbcConnectionPool.create(store.url(), store.user(), store.password())
                : new DriverManagerDataSource(store.url(), store.user(), store.password());
    }

    private static boolean isComplete(DataSource source) {
        Integer found = new JdbcTemplate(source).queryForObject(COMPLETE, Integer.class);
        return found != null && found > 0;
    }

    /** PostgreSQL makes all tables or none; an H2 file is ours alone, so what a killed beginning left there goes first. */
    private static void create(DataSource source, RunStore store) throws Exception {
        ResourceDatabasePopulator script = new ResourceDatabasePopulator();
        if (store.isH2()) {
            script.addScript(new ClassPathResource(SCHEMA + "drop-h2.sql"));
        }
        script.addScript(new ClassPathResource(SCHEMA + (store.isH2() ? "h2.sql" : "postgresql.sql")));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            script.populate(connection);
            connection.commit();
        }
    }

    private static JobRepository repository(DataSource source) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(source);
        factory.setTransactionManager(new JdbcTransactionManager(source));
        factory.setSerializer(new JsonContext());
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static void dispose(DataSource source) {
        if (source instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }
}
