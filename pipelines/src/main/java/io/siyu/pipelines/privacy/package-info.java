/** Tokens that stand for personal values everywhere but in the vault, and the key they are made with. */
@org.jspecify.annotations.NullMarked
package io.siyu.pipelines.privacy;
