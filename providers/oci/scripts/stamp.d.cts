/** The folder of this package. */
export declare const PACKAGE: string;
/** The folder of the generated bindings. */
export declare const LIB: string;
/** The file that a finished build leaves in {@link LIB}. */
export declare const STAMP: string;
/** A hash of everything the bindings depend on: the lock, the scripts, the tools' versions. */
export declare function inputsHash(): string;
/** Whether {@link LIB} holds every module of the build that {@link inputsHash} asks for. */
export declare function isCurrent(): boolean;
/** The packages a build needs that aren't installed. */
export declare function missingTools(): string[];
