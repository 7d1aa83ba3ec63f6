package io.siyu.pipelines.value.model;

/** NBD: customers buy at rates of their own, gamma with shape r and rate α, and never leave. */
record Nbd(double r, double alpha) implements OrderModel {
    @Override
    public double alive(History history) {
        return 1;
    }

    @Override
    public double expected(double time) {
        return r * time / alpha;
    }

    @Override
    public double[] counts(double time, int most) {
        return new NegativeBinomial(r, alpha, time).upTo(most);
    }

    @Override
    public Nbd after(History history) {
        return new Nbd(r + history.x(), alpha + history.age());
    }
}
