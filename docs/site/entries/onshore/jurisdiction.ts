/**
 * Regions, realms and jurisdictions of the two clouds, and what an identifier proves about a place.
 *
 * @module
 */
export * from "../../../../jurisdiction";
