/**
 * Which channel earned what: models of attribution on counted paths, and the lift that an experiment shows. Values in,
 * values out: no file, no session, no clock; a night and a file of anybody's are counted the same way.
 *
 * <p>A model sees every distinct path once, with how often it was walked, so that its cost grows with distinct paths and
 * not with customers. Results do not depend on the order in which paths were counted.
 */
@NullMarked
package io.siyu.pipelines.attribution;

import org.jspecify.annotations.NullMarked;
