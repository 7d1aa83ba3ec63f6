package io.siyu.pipelines.sql;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.IndexedSeq;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.runtime.AbstractFunction1;

/**
 * SQL aggregate function {@code fold_rows(struct, plan)}, which tags are drawn with: what a plan asks for of the rows of one
 * customer. Its arguments are told where they are written, in {@code RowFold} of the warehouse. Rows are put by as bytes until
 * all are there; what they come to is the same in any order.
 */
final class FoldRows extends TypedImperativeAggregate<RowBytes> implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String NAME = "fold_rows";
    private static final StructType FOUND = new StructType()
            .add("numbers", DataTypes.createArrayType(DataTypes.LongType))
            .add("texts", DataTypes.createArrayType(DataTypes.StringType));

    private final Expression cells;
    private final Expression plan;
    private final int mutableOffset;
    private final int inputOffset;
    private transient @Nullable FoldPlan read;
    private transient @Nullable UnsafeProjection flat;

    private FoldRows(Expression cells, Expression plan, int mutableOffset, int inputOffset) {
        this.cells = cells;
        this.plan = plan;
        this.mutableOffset = mutableOffset;
        this.inputOffset = inputOffset;
    }

    /** Gives a session the function. */
    static void register(SparkSession spark) {
        Function1<Seq<Expression>, Expression> call = new AbstractFunction1<>() {
            @Override
            public Expression apply(Seq<Expression> arguments) {
                return new FoldRows(arguments.apply(0), arguments.apply(1), 0, 0);
            }
        };
        spark.sessionState().functionRegistry().createOrReplaceTempFunction(NAME, call, "built-in");
    }

    @Override
    public RowBytes createAggregationBuffer() {
        return new RowBytes();
    }

    @Override
    public RowBytes update(RowBytes rows, InternalRow input) {
        InternalRow row = (InternalRow) cells.eval(input);
        rows.add(row instanceof UnsafeRow flatAlready ? flatAlready : flat().apply(row));
        return rows;
    }

    @Override
    public RowBytes merge(RowBytes rows, RowBytes others) {
        rows.add(others);
        return rows;
    }

    @Override
    public Object eval(RowBytes rows) {
        FoldedRows folded = new FoldedRows(plan());
        rows.foldInto(folded, shape().size());
        return folded.found();
    }

    @Override
    public byte[] serialize(RowBytes rows) {
        return rows.bytes();
    }

    @Override
    public RowBytes deserialize(byte[] bytes) {
        return new RowBytes(bytes);
    }

    private FoldPlan plan() {
        if (read == null) {
            read = FoldPlan.read(plan.eval(null).toString());
        }
        return read;
    }

    private UnsafeProjection flat() {
        if (flat == null) {
            flat = UnsafeProjection.create(shape());
        }
        return flat;
    }

    private StructType shape() {
        return (StructType) cells.dataType();
    }

    @Override
    public DataType dataType() {
        return FOUND;
    }

    @Override
    public boolean nullable() {
        return false;
    }

    @Override
    public String prettyName() {
        return NAME;
    }

    @Override
    public int mutableAggBufferOffset() {
        return mutableOffset;
    }

    @Override
    public int inputAggBufferOffset() {
        return inputOffset;
    }

    @Override
    public ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
        return new FoldRows(cells, plan, offset, inputOffset);
    }

    @Override
    public ImperativeAggregate withNewInputAggBufferOffset(int offset) {
        return new FoldRows(cells, plan, mutableOffset, offset);
    }

    @Override
    public Seq<Expression> children() {
        return JavaConverters.asScalaBuffer(List.of(cells, plan)).toList();
    }

    @Override
    public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
        return new FoldRows(children.apply(0), children.apply(1), mutableOffset, inputOffset);
    }

    @Override
    public int productArity() {
        return 4;
    }

    @Override
    public Object productElement(int at) {
        return List.<Object>of(cells, plan, mutableOffset, inputOffset).get(at);
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof FoldRows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FoldRows fold
                && cells.equals(fold.cells)
                && plan.equals(fold.plan)
                && mutableOffset == fold.mutableOffset
                && inputOffset == fold.inputOffset;
    }

    @Override
    public int hashCode() {
        return Objects.hash(cells, plan, mutableOffset, inputOffset);
    }
}
