/** Tokens that stand for personal values everywhere but in the vault, and the key they are made with. */
@NullMarked
package io.siyu.pipelines.privacy;

import org.jspecify.annotations.NullMarked;
