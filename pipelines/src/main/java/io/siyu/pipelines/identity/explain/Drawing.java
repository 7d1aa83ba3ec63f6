package io.siyu.pipelines.identity.explain;

import java.io.StringWriter;
import java.util.Random;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/**
 * A customer's graph as SVG, laid out by forces (Fruchterman and Reingold 1991) from a fixed seed, so that one graph has one
 * picture. Strong ties are drawn through, others dashed, likely links dotted.
 */
record Drawing(Ties ties, Names names, String title) {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final int MARGIN = 110;
    private static final int ROUNDS = 200;
    private static final double SPREAD = 0.5;

    String svg() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter svg = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attributes(svg, "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "font-family", "sans-serif", "font-size", "13");
            svg.writeStartElement("title");
            svg.writeCharacters(title);
            svg.writeEndElement();
            LayoutModel2D<String> layout = layout();
            for (Tie tie : ties.sorted()) {
                line(svg, layout.get(tie.left()), layout.get(tie.right()), tie);
            }
            for (String node : ties.nodes()) {
                node(svg, layout.get(node), node);
            }
            svg.writeEndElement();
            svg.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text that cannot be written to", e);
        }
        return text + "\n";
    }

    private LayoutModel2D<String> layout() {
        LayoutModel2D<String> layout =
                new MapLayoutModel2D<>(new Box2D(MARGIN, MARGIN, WIDTH - 2.0 * MARGIN, HEIGHT - 2.0 * MARGIN));
        new FRLayoutAlgorithm2D<String, Tie>(ROUNDS, SPREAD, new Random(1)).layout(ties.graph(), layout);
        return layout;
    }

    private void line(XMLStreamWriter svg, Point2D from, Point2D to, Tie tie) throws XMLStreamException {
        svg.writeStartElement("line");
        attributes(svg, "x1", at(from.getX()), "y1", at(from.getY()), "x2", at(to.getX()), "y2", at(to.getY()));
        attributes(svg, "stroke", "#557", "stroke-width", tie.strength().equals("S") ? "2.5" : "1.5");
        if (!tie.strength().equals("S")) {
            attributes(svg, "stroke-dasharray", tie.isLikely() ? "2 5" : "6 4");
        }
        svg.writeStartElement("title");
        svg.writeCharacters(
                tie.strength() + TieText.seen(tie) + ", " + tie.sources().replace(",", ", "));
        svg.writeEndElement();
        svg.writeEndElement();
    }

    private void node(XMLStreamWriter svg, Point2D at, String node) throws XMLStreamException {
        svg.writeEmptyElement("circle");
        attributes(svg, "cx", at(at.getX()), "cy", at(at.getY()), "r", "9", "fill", "#2a7", "stroke", "#fff");
        svg.writeStartElement("text");
        attributes(svg, "x", at(at.getX()), "y", at(at.getY() - 14), "text-anchor", "middle");
        svg.writeCharacters(names.of(node));
        svg.writeEndElement();
    }

    private static String at(double place) {
        return String.valueOf(Math.round(place));
    }

    private static void attributes(XMLStreamWriter svg, String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            svg.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }
}
