/** The types of `terraform providers schema -json` this package reads; see the JSON format's documentation at https://developer.hashicorp.com/terraform/cli/commands/providers/schema. */
export type TypeConstraint = string | readonly [string, TypeConstraint | ObjectTypes | TypeTuple];
export type ObjectTypes = { readonly [attribute: string]: TypeConstraint };
export type TypeTuple = readonly TypeConstraint[];

export interface AttributeSchema {
  readonly type?: TypeConstraint;
  readonly nested_type?: {
    readonly nesting_mode: "single" | "list" | "set" | "map";
    readonly attributes: Readonly<Record<string, AttributeSchema>>;
  };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
}

export interface BlockTypeSchema {
  readonly nesting_mode: "single" | "group" | "list" | "set" | "map";
  readonly block: BlockSchema;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, BlockTypeSchema>>;
  readonly deprecated?: boolean;
}

export interface Schema {
  readonly version: number;
  readonly block: BlockSchema;
}

export interface ProviderSchema {
  readonly provider: Schema;
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

export interface SchemaFile {
  readonly format_version: string;
  readonly provider_versions?: Readonly<Record<string, string>>;
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}

/** The resource types and data sources to bind; the content of resources.json. */
export interface TypeList {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/** The provider's address in the public Terraform registry. */
export const PROVIDER_ADDRESS = "registry.terraform.io/oracle/oci";
