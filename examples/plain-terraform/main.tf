terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }

  backend "s3" {
    bucket     = "example-terraform-state"
    key        = "letters"
    region     = "us-east-2"
    encrypt    = true
    kms_key_id = "arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

variable "replica_region" {
  type    = string
  default = "us-west-2"
}

provider "aws" {
  region = "us-east-2"

  # So that a plan can be made without an account; leave these out of a configuration of your own.
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

provider "aws" {
  alias  = "replica"
  region = var.replica_region

  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

resource "aws_kms_key" "letters" {
  description         = "letters"
  enable_key_rotation = true
}

resource "aws_s3_bucket" "letters" {
  bucket = "example-letters"
}

resource "aws_s3_bucket_public_access_block" "letters" {
  bucket                  = aws_s3_bucket.letters.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "letters" {
  bucket = aws_s3_bucket.letters.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.letters.arn
    }
  }
}

resource "aws_sns_topic" "operators" {
  provider          = aws.replica
  name              = "letters-operators"
  kms_master_key_id = aws_kms_key.operators.id
}

resource "aws_kms_key" "operators" {
  provider            = aws.replica
  description         = "letters-operators"
  enable_key_rotation = true
}
