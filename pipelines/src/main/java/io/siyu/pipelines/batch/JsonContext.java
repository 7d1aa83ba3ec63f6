package io.siyu.pipelines.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/** Keeps execution contexts as flat JSON: texts, whole numbers and booleans, readable with any SQL client. */
final class JsonContext implements ExecutionContextSerializer {
    private static final TypeReference<Map<String, Object>> FLAT = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    @Override
    public void serialize(Map<String, Object> context, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(context));
    }

    @Override
    public Map<String, Object> deserialize(InputStream in) throws IOException {
        return JSON.readValue(in, FLAT);
    }
}
