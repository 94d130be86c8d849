/** A custom domain and the ARN of its certificate. */
export interface CustomDomain {
  name: string;
  certificateArn: string;
}
